namespace Pod.Schema;

/// <summary>One CHECK constraint.</summary>
/// <param name="Name">The constraint name, <c>&lt;table&gt;_&lt;name&gt;_check</c>.</param>
/// <param name="Expression">The SQL condition with quoted columns.</param>
public sealed record CheckSchema(string Name, string Expression);
