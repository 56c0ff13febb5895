namespace Pod.Templates.Tests.Support;

/// <summary>Tests that share the packed templates. They run one after the other: a build takes all cores.</summary>
[CollectionDefinition(nameof(TemplateTests))]
public sealed class TemplateTests : ICollectionFixture<PackedTemplates>;
