namespace Pod.Schema;

/// <summary>A module whose tables stand among an application's.</summary>
/// <param name="Module">The module's name.</param>
/// <param name="Version">The version of its newest migration.</param>
public sealed record InstalledModule(string Module, string Version);
