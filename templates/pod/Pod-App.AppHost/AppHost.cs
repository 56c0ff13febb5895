var builder = DistributedApplication.CreateBuilder(args);

#if (database)
// PostgreSQL in a container, or the embedded one where no container engine answers.
var database = builder.AddPodDatabase("poddb");

#endif
#if (redis)
// Redis in a container; left out where no container engine answers.
var cache = builder.AddPodCache("cache");

#endif
#if (!database && !redis)
var server = builder.AddPod<Projects.Pod_App_Server>("server");
#else
var server = builder.AddPod<Projects.Pod_App_Server>("server")
#endif
#if (database && redis)
    .WithPodDatabase(database)
    .WithPodCache(cache)
    .WithPodCommands();
#elif (database)
    .WithPodDatabase(database)
    .WithPodCommands();
#elif (redis)
    .WithPodCache(cache);
#endif
#if (hasWeb)

builder.AddProject<Projects.Pod_App_Web>("web")
    .WithReference(server)
    .WaitFor(server)
    .WithExternalHttpEndpoints();
#endif

builder.Build().Run();
