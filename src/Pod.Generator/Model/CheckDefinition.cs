namespace Pod.Generator.Model;

/// <summary>A condition that every row of a table fulfils.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Condition">The condition.</param>
public sealed record CheckDefinition(string Name, SqlCondition Condition);
