namespace Pod.Cli.Tests.Support;

/// <summary>The sample project with project files that build, with the build targets of the package.</summary>
internal static class BuildableProject
{
    public static SampleProject Create()
    {
        var project = SampleProject.Create();

        // Nothing of a previous build; the targets write it.
        Directory.Delete(project.PathOf("My.App.Server/obj"), recursive: true);
        project.Write("My.App.Server/Program.cs", """
            var builder = WebApplication.CreateBuilder(args);
            builder.AddPod<My.App.Server.Protocol>();
            var app = builder.Build();
            app.MapPod();
            app.Run();
            """);
        project.Write("My.App.Server/My.App.Server.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <PodToolPath>{Command.ToolPath}</PodToolPath>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}Pod.*.dll" Exclude="{AppContext.BaseDirectory}Pod.Cli.Tests.dll;{AppContext.BaseDirectory}Pod.Generator.dll" />
                <Reference Include="{AppContext.BaseDirectory}Npgsql.dll" />
              </ItemGroup>
              <Import Project="{Targets("Pod.Generator.targets")}" />
            </Project>
            """);
        project.Write("My.App.Client/My.App.Client.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <PodServerProject>../My.App.Server/My.App.Server.csproj</PodServerProject>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}Pod.Client.dll;{AppContext.BaseDirectory}Pod.Protocol.dll" />
              </ItemGroup>
              <Import Project="{Targets("Pod.Generator.Client.targets")}" />
            </Project>
            """);
        return project;
    }

    private static string Targets(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pod.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Pod.sln was not found above the test's folder.");
        }

        return Path.Combine(folder, "src", "Pod.Generator", "build", file);
    }
}
