using Helpdesk.Server;

var builder = WebApplication.CreateBuilder(args);
builder.AddPod<Protocol>(args);
builder.Services.AddSingleton<IMail, Outbox>();
builder.Services.AddScoped<IPodAuthenticator, TokenAuthenticator>();
builder.Services.AddOptions<DeskOptions>().BindConfiguration("Desk")
    .Validate(static options => options.Lines > 0, "Desk:Lines must be at least 1.").ValidateOnStart();

var app = builder.Build();
app.MapGet("/hello", static (WebCallSession session) => $"Hello {session.Authenticated?.UserIdentifier ?? "nobody"}");
app.MapPod();
await app.RunAsync();
