using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Calls;

/// <summary>Reports what a method threw and decides whether the caller gets to see it.</summary>
internal sealed class CallFailures(PodServerProtocol protocol, TimeProvider time)
{
    private static readonly TimeSpan HandlerPatience = TimeSpan.FromSeconds(30);

    /// <summary>The model to send, or null where the caller gets to know only that something failed.</summary>
    public async ValueTask<IPodModel?> ReportAsync(Session session, Endpoint? endpoint, Exception failure)
    {
        if (failure is PodModelException and IPodModel model && protocol.Models.IsVisible(model.WireName))
        {
            var isError = endpoint is { LogModelExceptions: true };
            var level = isError ? LogLevel.Error : LogLevel.Information;
            if (session.Logger.IsEnabled(level))
            {
                // An answer like any other is one line; where it counts as an error, the stack says where it comes from.
                var text = failure.ToString();
                session.Logger.CallThrewModelException(level, session.Endpoint, session.Method, isError ? text : text.Split('\n', 2)[0].TrimEnd());
            }

            return model;
        }

        await HandAroundAsync(session, failure).ConfigureAwait(false);
        session.Failed(failure);
        session.Logger.CallFailed(failure, session.Endpoint, session.Method);
        return null;
    }

    /// <summary>Gives an unexpected exception to the application's handlers. None of them can hold up or change the answer.</summary>
    public async Task HandAroundAsync(Session session, Exception failure)
    {
        foreach (var handler in session.Services.GetServices<IPodExceptionHandler>())
        {
            try
            {
                await handler.HandleAsync(session, failure).AsTask().WaitAsync(HandlerPatience, time).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A tracker that fails must not turn one failure into two.
            catch (Exception e)
#pragma warning restore CA1031
            {
                session.Logger.ExceptionHandlerFailed(e, handler.GetType().Name);
            }
        }
    }
}
