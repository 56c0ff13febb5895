var builder = DistributedApplication.CreateBuilder(args);

#if (database)
// A container, or the embedded PostgreSQL where no container engine answers.
var database = builder.AddPodPostgres("postgres").AddDatabase("poddb");

#endif
#if (redis)
// A container; left out where no container engine answers.
var cache = builder.AddPodRedis("cache");

#endif
#if (!database && !redis)
var server = builder.AddPod<Projects.Pod_App_Server>("server");
#else
var server = builder.AddPod<Projects.Pod_App_Server>("server")
#endif
#if (database && redis)
    .WithDatabase(database)
    .WithCache(cache);
#elif (database)
    .WithDatabase(database);
#elif (redis)
    .WithCache(cache);
#endif
#if (hasWeb)

builder.AddProject<Projects.Pod_App_Web>("web")
    .WithReference(server)
    .WaitFor(server)
    .WithExternalHttpEndpoints();
#endif

builder.Build().Run();
