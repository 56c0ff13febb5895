using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Calls;

/// <summary>Logs what a method threw and decides whether the caller gets to see it.</summary>
internal static class CallFailure
{
    /// <summary>The model to send, or null where the caller gets to know only that something failed.</summary>
    public static IPodModel? Report(Session session, Endpoint? endpoint, ModelRegistry models, Exception failure)
    {
        if (failure is PodModelException and IPodModel model && models.IsVisible(model.WireName))
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

        session.Failed(failure);
        session.Logger.CallFailed(failure, session.Endpoint, session.Method);
        return null;
    }
}
