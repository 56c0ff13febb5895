namespace Pod.Runtime.Caching.Local;

/// <summary>Decides which entry of a stripe goes first. Called under the lock of the stripe.</summary>
internal interface IEvictionOrder
{
    void Added(LocalEntry entry);

    void Used(LocalEntry entry);

    void Removed(LocalEntry entry);

    /// <summary>Chooses one of the entries; there is at least one.</summary>
    LocalEntry ChooseVictim();
}
