Console.WriteLine("QualifyBot");
