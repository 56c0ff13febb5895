using System.Buffers;
using Microsoft.AspNetCore.Connections.Features;

namespace Pod.Testing.Wire;

/// <summary>The memory of connections. Kestrel asks for blocks "of any size", and the shared pool would give it empty ones.</summary>
internal sealed class ConnectionMemory : MemoryPool<byte>, IMemoryPoolFeature
{
    private const int Block = 4096;

    public override int MaxBufferSize => Block;

    public MemoryPool<byte> MemoryPool => this;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1) => Shared.Rent(Math.Max(minBufferSize, Block));

    protected override void Dispose(bool disposing)
    {
    }
}
