using Chat.Server;

var builder = WebApplication.CreateBuilder(args);
builder.AddPod<Protocol>(args);

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapPod();
await app.RunAsync();
