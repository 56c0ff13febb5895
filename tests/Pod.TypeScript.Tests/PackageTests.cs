using Pod.Generator.TypeScript;
using Pod.TypeScript.Tests.Support;

namespace Pod.TypeScript.Tests;

/// <summary>The package as its users meet it: what the compiler says about its types, and what it does.</summary>
public sealed class PackageTests(Package package) : IClassFixture<Package>
{
    [Fact]
    public async Task An_application_compiles_against_it_in_strict_mode()
    {
        var (exitCode, output, errors) = await package.RunScriptAsync("node", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json");

        Assert.True(exitCode == 0, output + errors);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("deno")]
    [InlineData("bun")]
    public async Task With_bigint_it_holds_every_long(string program)
    {
        package.Write("big", TypeScriptGenerator.Generate(Package.Contract, new TypeScriptOptions(UsesBigInt: true)));

        var (exitCode, output, errors) = await package.RunScriptAsync(program, "bigint.mjs", package.Address.ToString());

        Assert.True(exitCode == 0, output + errors);
    }

    [Fact]
    public async Task Its_types_compile_with_bigint_too()
    {
        package.Write("big", TypeScriptGenerator.Generate(Package.Contract, new TypeScriptOptions(UsesBigInt: true)));
        File.WriteAllText(Path.Combine(package.Folder, "big.ts"), """
            import { SampleClient } from './big/index.js';
            export const row: Promise<bigint | null> = new SampleClient('https://x/').echo.everything({ value: null! }).then((everything) => everything.big);
            """);

        var (exitCode, output, errors) = await package.RunScriptAsync(
            "node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "ES2022", "--module", "NodeNext", "--lib", "ES2022,DOM", "big.ts");

        Assert.True(exitCode == 0, output + errors);
    }

    [Fact]
    public void It_says_any_nowhere_and_depends_on_nothing()
    {
        var files = TypeScriptGenerator.Generate(Package.Contract, new TypeScriptOptions());

        Assert.DoesNotContain(files.Where(static file => file.Path.EndsWith(".d.ts", StringComparison.Ordinal)), static file => file.Text.Contains(": any", StringComparison.Ordinal));
        Assert.DoesNotContain("ependencies", files.Single(static file => file.Path == "package.json").Text, StringComparison.Ordinal);
        Assert.Equal(files, TypeScriptGenerator.Generate(Package.Contract, new TypeScriptOptions()));
    }

    [Fact]
    public void Its_methods_say_who_may_call_and_what_is_old()
    {
        var types = TypeScriptGenerator.Generate(Package.Contract, new TypeScriptOptions()).Single(static file => file.Path == "client.d.ts").Text;

        Assert.Contains(" * Callers need 'librarian' and 'serverpod.admin'.", types, StringComparison.Ordinal);
        Assert.Contains("@deprecated Use Text.", types, StringComparison.Ordinal);
        Assert.Contains(" * @deprecated Use the book shelf.", types, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("deno")]
    [InlineData("bun")]
    public async Task It_behaves(string program)
    {
        var (exitCode, output, errors) = await package.RunScriptAsync(program, "behaviour.mjs", package.Address.ToString());

        Assert.True(exitCode == 0, output + errors);
        Assert.Equal(18, output.Split('\n').Count(static line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{ nonsense", "no contract")]
    [InlineData("""{ "format": 99, "module": "a", "endpoints": {}, "types": {} }""", "newer version")]
    [InlineData("""{ "format": 1, "module": "a", "endpoints": {}, "types": { "A": { "kind": "class", "fields": [ { "name": "b", "json": "b", "type": "Gone" } ] } } }""", "'Gone'")]
    public void A_contract_that_cannot_be_read_is_explained(string contract, string message)
    {
        var failure = Assert.Throws<FormatException>(() => TypeScriptGenerator.Generate(contract, new TypeScriptOptions()));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }
}
