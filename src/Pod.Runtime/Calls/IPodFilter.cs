namespace Pod.Runtime;

/// <summary>Runs around every call, streaming or not. Register any number of them as services; the first one registered is the outermost.</summary>
/// <remarks>
/// What a filter throws instead of calling <c>proceed</c> is treated as if the method had thrown it. When <c>proceed</c> is done the answer has
/// been sent.
/// </remarks>
/// <example><code>builder.Services.AddSingleton&lt;IPodFilter, AuditFilter>();</code></example>
public interface IPodFilter
{
    /// <summary>Runs around a call.</summary>
    /// <param name="podCall">The call, with its session (which knows endpoint and method) and its arguments.</param>
    /// <param name="proceed">The rest: other filters, then the method.</param>
    Task InvokeAsync(PodCall podCall, Func<Task> proceed);
}
