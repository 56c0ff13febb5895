using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Pod.Testing.Wire;

/// <summary>The server's end of a connection in memory.</summary>
[SuppressMessage("Usage", "CA2215", Justification = "The base would dispose of the source that an abort cancels later, on another thread, where nobody can catch what that throws.")]
internal sealed class InMemoryConnection(string id, IDuplexPipe transport, IDuplexPipe application) : DefaultConnectionContext(id, transport, application)
{
    public override async ValueTask DisposeAsync()
    {
        await Transport.Input.CompleteAsync().ConfigureAwait(false);
        await Transport.Output.CompleteAsync().ConfigureAwait(false);
    }
}
