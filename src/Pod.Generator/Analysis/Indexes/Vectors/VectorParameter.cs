using Pod.Schema;

namespace Pod.Generator.Analysis.Indexes.Vectors;

/// <summary>A storage parameter of pgvector.</summary>
/// <param name="Name">The name.</param>
/// <param name="Default">The value that Pod writes, or null to leave it to pgvector.</param>
/// <param name="Least">The least value pgvector takes.</param>
/// <param name="Most">The highest.</param>
internal sealed record VectorParameter(string Name, int? Default, int Least, int Most)
{
    /// <summary>Gives the parameter with a value; null without one.</summary>
    public IndexParameter? With(int? value) => value is { } number ? new IndexParameter(Name, number) : null;
}
