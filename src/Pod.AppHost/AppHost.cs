var builder = DistributedApplication.CreateBuilder(args);

// What 'aspire publish' and 'aspire deploy' make: --Pod:Target=compose, k8s or aca.
switch (builder.Configuration["Pod:Target"])
{
    case "compose":
        builder.AddDockerComposeEnvironment("compose");
        break;
    case "k8s":
        builder.AddKubernetesEnvironment("k8s");
        break;
    case "aca":
        builder.AddAzureContainerAppEnvironment("aca");
        break;
}

var database = builder.AddPodDatabase("poddb");
var cache = builder.AddPodCache("cache");

builder.AddPod<Projects.Chat_Server>("server")
    .WithPodDatabase(database)
    .WithPodCache(cache)
    .WithPodCommands();

builder.Build().Run();
