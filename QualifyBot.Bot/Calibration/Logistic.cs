using MathNet.Numerics.LinearAlgebra;

namespace QualifyBot.Bot.Calibration;

/// <summary>An observation, weighed by how many leads it stands for.</summary>
/// <param name="Values">The values of the columns.</param>
/// <param name="Won">Leads that bought.</param>
/// <param name="Lost">Leads that did not.</param>
public sealed record Observation(double[] Values, double Won, double Lost);

/// <summary>
/// Logistic regression by Newton's method with a ridge penalty, which keeps coefficients finite where a column parts won from lost without error, and
/// shares an effect between columns that cannot be told apart. Deterministic.
/// </summary>
public sealed class Logistic
{
    /// <summary>The penalty: a coefficient is expected within about 2 / sqrt(0.1), 6 in log-odds, either way. Against a hundred leads that is nothing.</summary>
    public const double Ridge = 0.1;

    private const double RidgeOfIntercept = 1e-9;
    private const double Enough = 1e-9;
    private const int MostSteps = 100;

    private Logistic(Vector<double> coefficients, Matrix<double> covariance)
    {
        Intercept = coefficients[0];
        Coefficients = [.. coefficients.Skip(1)];
        Errors = [.. Enumerable.Range(1, coefficients.Count - 1).Select(index => Math.Sqrt(covariance[index, index]))];
    }

    /// <summary>Log-odds where all columns are 0.</summary>
    public double Intercept { get; }

    /// <summary>Log-odds that one unit of a column adds.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Standard errors of the coefficients.</summary>
    public IReadOnlyList<double> Errors { get; }

    /// <summary>Fits the observations.</summary>
    /// <param name="observations">The observations; each has as many values as there are columns.</param>
    /// <param name="columns">How many columns, 0 or more.</param>
    public static Logistic Fit(IReadOnlyCollection<Observation> observations, int columns)
    {
        var beta = Vector<double>.Build.Dense(columns + 1);
        var fitness = Fitness(observations, beta);
        Matrix<double> curvature = Matrix<double>.Build.DenseIdentity(columns + 1);
        for (var step = 0; step < MostSteps; step++)
        {
            (var gradient, curvature) = Derivatives(observations, beta);
            var move = curvature.Cholesky().Solve(gradient);
            var (next, better) = (beta + move, Fitness(observations, beta + move));
            for (var halving = 0; better < fitness && halving < MostSteps; halving++)
            {
                move /= 2;
                (next, better) = (beta + move, Fitness(observations, beta + move));
            }

            (beta, fitness) = (next, better);
            if (move.AbsoluteMaximum() < Enough)
            {
                break;
            }
        }

        return new Logistic(beta, Derivatives(observations, beta).Curvature.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(columns + 1)));
    }

    /// <summary>How likely a lead with these values buys, 0 to 1.</summary>
    public double Predict(ReadOnlySpan<double> values)
    {
        var odds = Intercept;
        for (var i = 0; i < values.Length; i++)
        {
            odds += Coefficients[i] * values[i];
        }

        return Chance(odds);
    }

    private static double Chance(double odds) => odds >= 0 ? 1 / (1 + Math.Exp(-odds)) : Math.Exp(odds) / (1 + Math.Exp(odds));

    private static double Odds(Vector<double> beta, double[] values)
    {
        var odds = beta[0];
        for (var i = 0; i < values.Length; i++)
        {
            odds += beta[i + 1] * values[i];
        }

        return odds;
    }

    private static double Fitness(IReadOnlyCollection<Observation> observations, Vector<double> beta)
    {
        var sum = 0.0;
        foreach (var (values, won, lost) in observations)
        {
            var odds = Odds(beta, values);
            sum -= (won * LogOf(-odds)) + (lost * LogOf(odds));
        }

        for (var i = 0; i < beta.Count; i++)
        {
            sum -= (i == 0 ? RidgeOfIntercept : Ridge) * beta[i] * beta[i] / 2;
        }

        return sum;
    }

    // ln(1 + e^x) without overflow.
    private static double LogOf(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));

    private static (Vector<double> Gradient, Matrix<double> Curvature) Derivatives(IReadOnlyCollection<Observation> observations, Vector<double> beta)
    {
        var size = beta.Count;
        var (gradient, curvature) = (Vector<double>.Build.Dense(size), Matrix<double>.Build.Dense(size, size));
        var used = new List<(int Index, double Value)>(size);
        foreach (var (values, won, lost) in observations)
        {
            var chance = Chance(Odds(beta, values));
            Collect(values, used);
            foreach (var (row, left) in used)
            {
                gradient[row] += left * (won - ((won + lost) * chance));
                foreach (var (column, right) in used)
                {
                    curvature[row, column] += left * right * (won + lost) * chance * (1 - chance);
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            var ridge = i == 0 ? RidgeOfIntercept : Ridge;
            gradient[i] -= ridge * beta[i];
            curvature[i, i] += ridge;
        }

        return (gradient, curvature);
    }

    private static void Collect(double[] values, List<(int Index, double Value)> used)
    {
        used.Clear();
        used.Add((0, 1));
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
            {
                used.Add((i + 1, values[i]));
            }
        }
    }
}
