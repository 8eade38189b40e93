// # Taking the logarithm
//
// Section 5.4 · After this page you know what a logarithm does to probabilities, where it is not defined, and why sums
// are safer than products.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// Somebody says 0.99, another 0.999, and both are right. For a loss that looks at the probability itself, the two are
// nearly the same. But look at what is left for being wrong: one time in a hundred, and one time in a thousand. The
// second is ten times as sure. Probabilities hide that, since they are squeezed in between 0 and 1. A *logarithm* takes
// the range from 0 to 1 apart, and makes the whole range from -∞ to 0 of it:

extension ImageClassification {
    func tenTimesAsSure() {
        var table = TextTable(["p", "chance to be wrong", "1 - p as a loss", "-ln p as a loss"], decimals: 5)
        for (p, wrong) in [
            (0.5, "1 in 2"), (0.9, "1 in 10"), (0.99, "1 in 100"), (0.999, "1 in 1,000"), (0.1, "9 in 10"),
            (0.01, "99 in 100"), (0.001, "999 in 1,000"),
        ] {
            table.add(p.formatted(), wrong, 1 - p, -log(p))
        }
        show(table, "Probabilities of the right class, and two losses")
        show(
            fixed(log(0.99) / log(0.999), 4), "ln 0.99, divided by ln 0.999",
            predict: .number("How many times larger is the loss -ln p at 0.99 than at 0.999?", log(0.99) / log(0.999)))

        // Now read the columns of the two losses from the middle outwards. At the good end they agree: for a p near 1,
        // -ln p is nearly 1 - p, and at 0.99 each of them is ten times what it is at 0.999. So the book's example is
        // true, but what it shows is not yet the gain. That is at the bad end. From 0.1 to 0.001, the loss 1 - p grows
        // by a tenth, as if nothing had happened, for it cannot be more than 1. -ln p goes from 2.3 to 6.9, and has no
        // upper bound.
    }

    func curveOfTheLog() {
        show(
            Chart("The logarithm falls without end towards 0", x: "x", y: "ln x") {
                Line.function(0.01...4, "ln x", samples: 400) { log($0) }
                Rule(x: 1, "ln 1 = 0")
            }, "The logarithm, as the book draws it")

        // To the left of 0 there is nothing. ln y asks: e to the power of what is y? e to the power of anything is
        // above 0, so to -2 there is no answer. At 0 itself, the power would have to be -∞. A computer says so:
        let x = Tensor([1, 0.5, 0, -2])
        let logs = x.log()
        show(logs, "ln of 1, 0.5, 0 and -2")
        show(
            logs[3].item.isNaN ? "not a number" : "a number", "what ln -2 is",
            predict: .choice(
                "What does `log(-2)` give?", ["-0.693", "-inf", "not a number"],
                answer: logs[3].item.isNaN ? "not a number" : logs[3].item == -.infinity ? "-inf" : "-0.693"))

        // No error comes. The `nan` goes on into every sum that it meets, and in the end the loss is one:
        show(logs.mean().item, "the mean of the four")
    }

    func productsBecomeSums() {
        // To say it with formulas: y = bᵃ is the same as a = log_b(y), for any base b. In code, `log` has the base e
        // everywhere, as in most libraries. And the most useful thing about it is this:
        //
        //     ln (a · b) = ln a + ln b
        //
        // Before there were calculators, engineers multiplied by it. A slide rule is two rulers on which the mark of a
        // number is at its logarithm. Put one behind the other, and lengths add, so numbers multiply:
        var table = TextTable(["a", "b", "ln a", "ln b", "their sum", "e to that", "a · b"], decimals: 4)
        for (a, b) in [(2.0, 3.0), (0.5, 0.5), (1000, 0.001), (6.7, 12.4)] {
            table.add(a.formatted(), b.formatted(), log(a), log(b), log(a) + log(b), exp(log(a) + log(b)), a * b)
        }
        show(table, "Multiplying by adding")

        // So where something grows by a factor in every step, its logarithm grows by the same amount in every step: a
        // straight line. Earthquakes (Richter's scale) and loudness (decibels) are measured by logarithms for that
        // reason, and charts of share prices are drawn so. Ten steps of "ten times as much":
        let powers = (0...10).map { pow(10, Double($0)) }
        show(
            ChartGrid(
                [
                    Chart("itself", x: "step", y: "signal") { Line(powers, "signal") },
                    Chart("its logarithm", x: "step", y: "ln (signal)") { Line(powers.map { log($0) }, "signal") },
                ], columns: 2, title: "What multiplies becomes what adds", sharedYLimits: false),
            "A signal that grows tenfold in each step")
    }

    func thousandProbabilities() {
        // How probable is it that a thousand photos are what they are, if each has the probability that the net gives
        // to its class? That is the product of a thousand numbers below 1:
        var random = run.random
        let p = Tensor.rand(1000, low: 0.3, high: 1, using: &random).scalars
        var product: Float = 1
        let products = p.map { one -> Double in
            product *= one
            return product > 0 ? Double(log10(product)) : .nan
        }
        var sum = 0.0
        let sums = p.map { one -> Double in
            sum += Double(log10(one))
            return sum
        }
        show(
            Chart(
                "The product gets lost, the sum of logarithms does not", x: "photos", y: "log₁₀ of what is left"
            ) {
                Line(sums, "sum of logarithms", dashed: true)
                Line(products, "logarithm of the product")
                Rule(y: -45, "where a Float ends")
            }, "A thousand probabilities between 0.3 and 1, multiplied")
        show(
            product, "the product of all thousand, as a Float",
            predict: .yesNo(
                "A thousand probabilities between 0.3 and 1, multiplied as `Float`s: is anything left?", product > 0))
        show(fixed(p.map { log(Double($0)) }.reduce(0, +), 4), "the sum of their natural logarithms")

        // A `Float` ends at 10⁻⁴⁵, and the product is at its end after some two hundred photos. From there on every
        // net would be equally good. The sum of logarithms is a handy number, and divided by the number of photos it is
        // a mean: with a minus before it, the loss of the next page.
    }
}
