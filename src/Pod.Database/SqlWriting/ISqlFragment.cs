namespace Pod.Database.SqlWriting;

/// <summary>Something that has a place in a statement.</summary>
internal interface ISqlFragment
{
    /// <summary>Whether it may be null where it stands.</summary>
    bool IsNullable { get; }

    void Write(SqlWriter writer);
}
