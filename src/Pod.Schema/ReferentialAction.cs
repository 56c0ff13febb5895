namespace Pod.Schema;

/// <summary>What a foreign key does when the row it points at changes or goes.</summary>
public enum ReferentialAction
{
    /// <summary>Refuses the change, at the end of the statement.</summary>
    NoAction,

    /// <summary>Refuses the change at once.</summary>
    Restrict,

    /// <summary>Changes or deletes the pointing rows too.</summary>
    Cascade,

    /// <summary>Sets the key to NULL.</summary>
    SetNull,

    /// <summary>Sets the key to its column's default.</summary>
    SetDefault,
}
