using System.Net;

namespace Pod.Testing.Wire;

/// <summary>The address of a server that listens in memory.</summary>
internal sealed class InMemoryEndPoint : EndPoint
{
    public static readonly InMemoryEndPoint Instance = new();

    private InMemoryEndPoint()
    {
    }

    public override string ToString() => "memory";
}
