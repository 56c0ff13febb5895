namespace Pod.Database.Migrations.Live;

/// <summary>A column as the catalogue describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type in its short spelling.</param>
/// <param name="IsNullable">Whether NULL is accepted.</param>
/// <param name="DefaultSql">The default as PostgreSQL spells it; null if there is none.</param>
/// <param name="IsIdentity">Whether it is an identity column.</param>
/// <param name="IsGenerated">Whether its value is computed from others.</param>
internal sealed record LiveColumn(string Name, string Type, bool IsNullable, string? DefaultSql, bool IsIdentity, bool IsGenerated)
{
    /// <summary>The default as a neutral word or literal, or PostgreSQL's own text where there is no such word.</summary>
    public string? Default => IsGenerated ? null : IsIdentity ? NeutralDefault.Serial : NeutralDefault.Of(DefaultSql, Type);

    /// <summary>Whether a row can be stored that does not mention the column.</summary>
    public bool CanBeLeftOut => IsNullable || IsIdentity || IsGenerated || DefaultSql is not null;
}
