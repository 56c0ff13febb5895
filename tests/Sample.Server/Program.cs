using Sample.Server;

var builder = WebApplication.CreateBuilder(args);
builder.AddPod<Protocol>();
var app = builder.Build();
app.MapPod();
app.Run();
