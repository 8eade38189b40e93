// # Hidden in an average
//
// Section 3.3 · After this page you ask for errors by group before you believe a single accuracy.

import Figures
import Notebook

// The groups of the last page had been counted by somebody. Often nobody has looked, and one number stands for all.

extension DataEthics {
    func facesByGroup() {
        // Joy Buolamwini and Timnit Gebru tested programs that tell men from women on photos, for darker and lighter
        // skin apart ("Gender Shades", 2018). These are the accuracies that they found:
        let groups = ["darker men", "darker women", "lighter men", "lighter women"]
        let found: [(company: String, accuracies: [Double])] = [
            ("Microsoft", [94.0, 79.2, 100, 98.3]), ("Face++", [99.3, 65.5, 99.2, 94.0]),
            ("IBM", [88.0, 65.3, 99.7, 92.9]),
        ]
        show(
            HeatTable(
                "Right answers, in percent", rows: found.map(\.company), columns: groups, found.map(\.accuracies),
                range: 60...100, decimals: 1), "Programs one could buy, on four groups of people")
        let (worst, best) = (100 - 65.3, 100 - 99.7)
        record("faces/ibm-errors-for-darker-women-percent", worst, book: 34.7)
        record("faces/ibm-errors-for-lighter-men-percent", best, book: 0.3)
        record(
            "faces/how-many-times-as-many", worst / best,
            predict: .choice(
                "IBM's program was wrong for 34.7 % of darker women and 0.3 % of lighter men. How many times as often?",
                ["about 3 times", "about 30 times", "more than 100 times"], answer: "more than 100 times"))
        // Until then, each company had published one accuracy. Within months of the paper all three had better
        // programs. By the second audit, errors for darker women were at 1.5 % (Microsoft), 4.1 % (Face++) and 17 %
        // (IBM): the book calls that nearly equal, which it was for two of the three (I. D. Raji and J. Buolamwini,
        // "Actionable Auditing", 2019). So it was not physics, and no limit of what nets can do: nobody had tested it.
    }
}
