import Exercises10
import Practice
import Solutions10

let campaignThoughtThrough = Check(
    "10.17",
    answer("campaignThoughtThrough()", Exercises10.campaignThoughtThrough, Solutions10.campaignThoughtThrough)
) { campaignThoughtThrough in
    let found = try campaignThoughtThrough()
    try expectAnswers(found, to: ["away", "best", "convincing", "read", "use", "weak"])
    try expect(found.its("the best of which year") { $0["best", default: ""] }, "a year with four digits") {
        $0.split { !$0.isNumber }.contains { $0.count == 4 }
    }
}
