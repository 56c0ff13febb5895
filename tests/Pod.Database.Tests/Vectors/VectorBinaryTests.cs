using Pod.Database.Columns.Vectors;

namespace Pod.Database.Tests.Vectors;

/// <summary>What COPY sends is what the extension itself sends. (The server of these tests takes no COPY.)</summary>
[Collection(VectorTests.Name)]
public sealed class VectorBinaryTests(PgVectorServer server)
{
    [Fact]
    public async Task Vectors()
        => Assert.Equal(await SentAsync("vector_send('[0.25,-8,90]'::vector)"), Convert.ToHexStringLower(VectorBinary.Of(new Vector(0.25f, -8f, 90f))));

    [Fact]
    public async Task Half_vectors()
        => Assert.Equal(await SentAsync("halfvec_send('[0.25,-8,65504]'::halfvec)"), Convert.ToHexStringLower(VectorBinary.Of(new HalfVector(0.25f, -8f, 65504f))));

    [Fact]
    public async Task Sparse_vectors()
    {
        Assert.Equal(
            await SentAsync("sparsevec_send('{1:0.25,4:-8}/5'::sparsevec)"), Convert.ToHexStringLower(VectorBinary.Of(new SparseVector([0.25f, 0, 0, -8f, 0]))));
        Assert.Equal(
            await SentAsync("sparsevec_send('{}/3'::sparsevec)"), Convert.ToHexStringLower(VectorBinary.Of(new SparseVector(new Dictionary<int, float>(), 3))));
    }

    private Task<string> SentAsync(string expression) => server.ExecuteAsync($"SELECT encode({expression}, 'hex')");
}
