namespace Pod.Database.Migrations;

/// <summary>One statement of a script and the line on which it starts.</summary>
internal sealed record SqlStatement(string Text, int Line);
