using Microsoft.AspNetCore.Components;
using Pod.Client;
using Pod_App.Client;

namespace Pod_App.Web.Components;

/// <summary>Shows each number of a stream of the server as it arrives.</summary>
public sealed partial class Countdown(PodAppClient client) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private int? _number;
    private bool _isCounting;
    private string? _failure;

    /// <summary>Ends the stream when the visitor leaves.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private async Task StartAsync()
    {
        _failure = null;
        _isCounting = true;
        try
        {
            await foreach (var number in client.Greeting.CountdownAsync(from: 5, _left.Token))
            {
                _number = number;
                StateHasChanged();
            }
        }
        catch (PodClientException exception)
        {
            _failure = $"The stream broke: {exception.Message}";
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The visitor left.
        }

        _isCounting = false;
    }
}
