import Exercises02
import Practice
import Solutions02

let ifItGoesWell = Check(
    "2.15", answer("ifItGoesReallyWell()", Exercises02.ifItGoesReallyWell, Solutions02.ifItGoesReallyWell)
) { ifItGoesReallyWell in
    let found = try ifItGoesReallyWell()
    try expectAnswers(found, to: ["affected", "extreme", "known", "loop", "power"])
    try expect(found.its("how it would be known") { $0["known", default: ""] }, "a number with a digit in it") {
        $0.contains(where: \.isNumber)
    }
}
