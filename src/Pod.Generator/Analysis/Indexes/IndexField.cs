using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>A field that an index names.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Field">The field.</param>
internal sealed record IndexField(TextSlice Name, FieldDraft Field);
