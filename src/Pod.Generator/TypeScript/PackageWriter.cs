namespace Pod.Generator.TypeScript;

/// <summary>Writes what makes the files a package.</summary>
internal static class PackageWriter
{
    public static string Write(string module) => $$"""
        {
          "name": "{{module.Replace('_', '-')}}-client",
          "version": "0.0.0",
          "private": true,
          "type": "module",
          "sideEffects": false,
          "types": "./index.d.ts",
          "exports": { ".": { "types": "./index.d.ts", "default": "./index.js" } }
        }

        """.ReplaceLineEndings("\n");

    public static string Index(bool isDeclaration)
    {
        var runtime = isDeclaration
            ? "export * from './runtime/index.js';\n"
            : "export * from './runtime/errors.js';\nexport { PodClient } from './runtime/client.js';\n";
        return $"{TypeScriptWriter.Header}export * from './client.js';\nexport * from './models.js';\n{runtime}";
    }
}
