using Pod_App.Server;
#if (aspire)
using Pod_App.ServiceDefaults;
#endif

var builder = WebApplication.CreateBuilder(args);
#if (aspire)
builder.AddPodAppDefaults();
#endif
builder.AddPod<Protocol>(args);
#if (redis)
builder.AddPodRedis();
#endif

var app = builder.Build();
#if (aspire)
app.MapPodAppDefaults();
#endif
app.MapPod();
await app.RunAsync();
