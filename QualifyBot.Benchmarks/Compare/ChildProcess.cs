using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace QualifyBot.Benchmarks.Compare;

/// <summary>A program of the comparison; it ends, with all it started, when this is disposed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 15;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly Queue<string> lastLines = new();
    private readonly Process process;

    /// <summary>Starts a program.</summary>
    /// <exception cref="UsageException">It is missing.</exception>
    public ChildProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new UsageException($"{start.FileName} cannot be started: {exception.Message}. Install it, and see that it is in the PATH.", exception);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    private string Name => $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}";

    private string LastLines
    {
        get
        {
            lock (lastLines)
            {
                return string.Join(Environment.NewLine, lastLines);
            }
        }
    }

    /// <summary>A port of the loopback address that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the program listens on the port.</summary>
    /// <exception cref="UsageException">It ended, or took too long.</exception>
    public async Task ListenAsync(int port, CancellationToken cancellation)
    {
        for (var began = Stopwatch.GetTimestamp(); !await ListensAsync(port, cancellation); await Task.Delay(BetweenLooks, cancellation))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > StartPatience)
            {
                throw new UsageException($"{Name} did not begin to listen:{Environment.NewLine}{LastLines}");
            }
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="UsageException">It is missing, or failed.</exception>
    public static async Task RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        await using var child = new ChildProcess(start);
        await child.process.WaitForExitAsync(cancellation);
        if (child.process.ExitCode != 0)
        {
            throw new UsageException($"{child.Name} failed:{Environment.NewLine}{child.LastLines}");
        }
    }

    /// <summary>Runs a program to its end on what is written to it; returns what it wrote last.</summary>
    /// <exception cref="UsageException">It is missing, or failed.</exception>
    public static async Task<string> AnswerAsync(ProcessStartInfo start, string input, CancellationToken cancellation)
    {
        await using var child = new ChildProcess(start);
        await child.process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        child.process.StandardInput.Close();
        await child.process.WaitForExitAsync(cancellation);
        return child.process.ExitCode == 0 ? child.lastLines.Last() : throw new UsageException($"{child.Name} failed:{Environment.NewLine}{child.LastLines}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lastLines)
        {
            lastLines.Enqueue(line);
            if (lastLines.Count > LinesKept)
            {
                lastLines.Dequeue();
            }
        }
    }
}
