using ChatApp.Model;
using ChatApp.Server;
using Pod.Runtime;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Probe>();
builder.Services.AddScoped<IPodAuthenticator, TokenAuthenticator>();
builder.AddPod<Protocol>();
builder.AddPodRedis();

var app = builder.Build();
app.MapPut("/cache/{key}", static async (WebCallSession session, string key, string text, string? group)
    => Results.Text($"{await session.Caches.Global.SetAsync(key, new Message { Author = "a", Text = text }, new CacheOptions { Groups = group is null ? [] : [group] })}"));
app.MapGet("/cache/{key}", static async (WebCallSession session, string key)
    => Results.Text((await session.Caches.Global.GetAsync<Message>(key))?.Text ?? "none"));
app.MapDelete("/groups/{group}", static async (WebCallSession session, string group) => await session.Caches.Global.RemoveGroupAsync(group));
app.MapPost("/revoke/{user}", static (WebCallSession session, string user) => session.Messages.AuthenticationRevokedAsync(user, new RevokedUser()));
app.MapPod();
await app.RunAsync();
