using Pod.Schema;

namespace Pod.Database.Migrations.Live;

/// <summary>An index as the catalogue describes it.</summary>
/// <param name="Schema">What can be said in the words of a definition.</param>
/// <param name="OperatorClass">The operator class of the first column, also when it is the default.</param>
internal sealed record LiveIndex(IndexSchema Schema, string OperatorClass)
{
    /// <summary>Whether this index does what another one is defined to do, whatever their names and however their conditions are spelt.</summary>
    public bool Does(IndexSchema expected)
    {
        // A definition may name the class that PostgreSQL takes by default.
        var operatorClass = expected.OperatorClass is null || expected.OperatorClass != OperatorClass ? Schema.OperatorClass : OperatorClass;
        return Schema with { Name = expected.Name, Where = expected.Where, OperatorClass = operatorClass } == expected
            && Schema.Where is null == expected.Where is null;
    }
}
