using Microsoft.AspNetCore.Components;
using Pod.Client;
using Pod_App.Client;

namespace Pod_App.Web.Components.Pages;

/// <summary>Greets, and shows who was greeted. Rendered anew with every request; what changes while it is looked at is <see cref="Countdown"/>.</summary>
public sealed partial class Home(PodAppClient client) : ComponentBase
{
#if (database)
    private List<Greeting> _greetings = [];
#else
    private Greeting? _greeting;
#endif
    private string? _failure;

    [SupplyParameterFromForm(FormName = "greet")]
    private string? Name { get; set; }

    [CascadingParameter]
    private HttpContext Request { get; set; } = null!;
#if (database)

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => TryAsync(async () => _greetings = await client.Greeting.RecentAsync(cancellationToken: Request.RequestAborted));

    private Task GreetAsync() => TryAsync(async () =>
    {
        await client.Greeting.HelloAsync(Name ?? "", Request.RequestAborted);
        _greetings = await client.Greeting.RecentAsync(cancellationToken: Request.RequestAborted);
    });
#else

    private Task GreetAsync() => TryAsync(async () => _greeting = await client.Greeting.HelloAsync(Name ?? "", Request.RequestAborted));
#endif

    private async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (PodClientException exception)
        {
            _failure = $"The server did not answer as it should: {exception.Message}";
        }
    }
}
