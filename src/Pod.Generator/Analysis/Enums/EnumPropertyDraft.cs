using Pod.Generator.Model;

namespace Pod.Generator.Analysis.Enums;

/// <summary>A property and the value of enum values that do not set it.</summary>
/// <param name="Definition">The property.</param>
/// <param name="Default">The default, or null when each value sets the property or leaves it null.</param>
internal sealed record EnumPropertyDraft(EnumPropertyDefinition Definition, DefaultValue? Default);
