using Pod_App.Client;
#if (aspire)
using Pod_App.ServiceDefaults;
#endif
using Pod_App.Web.Components;

var builder = WebApplication.CreateBuilder(args);
#if (aspire)
builder.AddPodAppDefaults();
#endif
builder.Services.AddPodAppClient(options => options.ServerUrl = new Uri(builder.Configuration["ServerUrl"]!));
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UseStatusCodePages();
app.UseAntiforgery();
#if (aspire)
app.MapPodAppDefaults();
#endif
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
