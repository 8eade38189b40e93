import Exercises03
import Practice
import Solutions03

let missingPeople = Check(
    "3.13", answer("whoIsMissing()", Exercises03.whoIsMissing, Solutions03.whoIsMissing)
) { whoIsMissing in
    let found = try whoIsMissing()
    try expectAnswers(found, to: ["alike", "found", "heard", "known", "missing", "overlooked"])
    try expect(found.its("how it would be known") { $0["known", default: ""] }, "a number with a digit in it") {
        $0.contains(where: \.isNumber)
    }
}
