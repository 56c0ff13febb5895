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
        if (failure is PodModelException and IPodModel model && models.ContainsModel(model.WireName))
        {
            var level = endpoint is { LogModelExceptions: true } ? LogLevel.Error : LogLevel.Information;
            if (session.Logger.IsEnabled(level))
            {
                session.Logger.CallThrewModelException(level, session.Endpoint, session.Method, failure.ToString());
            }

            return model;
        }

        session.Failed(failure);
        session.Logger.CallFailed(failure, session.Endpoint, session.Method);
        return null;
    }
}
