using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Pod.Client.Tests")]
