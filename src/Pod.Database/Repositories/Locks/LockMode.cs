namespace Pod.Database;

/// <summary>What other transactions may do with a locked row until this one ends; plain reads are never held up.</summary>
public enum LockMode
{
    /// <summary>Nobody else may lock, change or delete the row.</summary>
    ForUpdate,

    /// <summary>As <see cref="ForUpdate"/>, but others may insert rows that point to this one.</summary>
    ForNoKeyUpdate,

    /// <summary>Nobody may change or delete the row; others may lock it so as well.</summary>
    ForShare,

    /// <summary>As <see cref="ForShare"/>, but columns that no foreign key can point to may be changed.</summary>
    ForKeyShare,
}
