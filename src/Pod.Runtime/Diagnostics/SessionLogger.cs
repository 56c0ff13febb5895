using Microsoft.Extensions.Logging;

namespace Pod.Runtime.Diagnostics;

/// <summary>The one logger that sessions write to, looked up once rather than per session.</summary>
internal sealed class SessionLogger(ILoggerFactory factory)
{
    public ILogger Logger { get; } = factory.CreateLogger("Pod.Runtime.Session");
}
