// # No list of right answers
//
// Section 3.1 · After this page you know what ethics can and cannot give you, and have found a bug that cuts people's
// care.

import Figures
import Notebook

// What is right? People have thought about that for thousands of years, and do not agree. Ethics is no list of answers.
// The Markkula Center for Applied Ethics describes it as two things: well-founded standards of right and wrong, which
// say what people ought to do; and the study of one's own standards, again and again. So it is more like a skill: it
// has to be practised, and best by several people who do not think alike. This chapter practises on cases. Three of
// them come first, each for one way in which a model does harm.

extension DataEthics {
    func noListOfAnswers() {
        let table = TextTable(
            ["case", "what went wrong", "a topic of section 3.3"],
            rows: [
                ["hours of care", "a bug, and nobody to turn to", "recourse and accountability"],
                ["recommended videos", "the model decides what it will learn from", "feedback loops"],
                ["ads for names", "some people are treated as suspects", "bias"],
            ])
        show(table, "Three cases")
    }
}

// The first case. In more than half of the states of the US, a program decides how many hours of care a disabled or old
// person is paid for. When Arkansas introduced one, hundreds of people lost many hours, and were not told why. Tammy
// Dobbs, who has cerebral palsy and needs help to get up, to dress and to eat, lost 20 hours a week, as the book has
// it. (By the reports of the time it was more: she had had 56 hours, and was left with 32 by one of them, with 28 by
// another.) It took a court case to get the program looked at. There were bugs in it: some diagnoses had been entered
// wrongly, so that people with diabetes or cerebral palsy got less than the rules themselves had meant them to. (C.
// Lecher, "What happens when an algorithm cuts your health care", The Verge, 2018; The Jonesboro Sun, 8 June 2017.)
//
// The real program is long. Here is a rule of our own that is short, and has a bug of the same kind. A `Patient` has a
// number of daily tasks that need help, and codes for diagnoses; each adds hours, and `weeklyHours` is the rule. It
// needs a list that says which code means what. `meantCodes` is the right one. In `typedCodes` two lines were swapped:

/// The diagnoses that the rule below knows.
public enum Diagnosis: String, CaseIterable, Sendable {
    case diabetes, cerebralPalsy = "cerebral palsy", arthritis, brokenArm = "broken arm"
}

/// Somebody who needs care.
public struct Patient: Sendable {
    public let name: String
    /// How many of the seven daily tasks (washing, eating, …) need help.
    public let tasks: Int
    /// Codes of diagnoses, as they are in the files.
    public let codes: [Int]

    public init(_ name: String, tasks: Int, codes: [Int]) { (self.name, self.tasks, self.codes) = (name, tasks, codes) }
}

/// Hours of care a week: 4 for each task that needs help, and more for some diagnoses.
public func weeklyHours(_ patient: Patient, meaning: [Int: Diagnosis]) -> Int {
    let extra: [Diagnosis: Int] = [.diabetes: 6, .cerebralPalsy: 20, .arthritis: 2, .brokenArm: 0]
    return 4 * patient.tasks + patient.codes.reduce(0) { $0 + (meaning[$1].flatMap { extra[$0] } ?? 0) }
}

extension DataEthics {
    /// Which code stands for which diagnosis, and the same list as somebody has typed it.
    static let meantCodes: [Int: Diagnosis] = [250: .diabetes, 343: .cerebralPalsy, 715: .arthritis, 813: .brokenArm]
    static let typedCodes: [Int: Diagnosis] = [250: .diabetes, 343: .brokenArm, 715: .arthritis, 813: .cerebralPalsy]

    func hoursOfCare() {
        // With the swapped list nothing crashes, and every number is plausible:
        let patients = [
            Patient("A", tasks: 6, codes: [343]), Patient("B", tasks: 3, codes: [250, 715]),
            Patient("C", tasks: 1, codes: [813]),
        ]
        var table = TextTable(["patient", "hours as meant", "hours as paid", "change"])
        for patient in patients {
            let (meant, paid) = (
                weeklyHours(patient, meaning: Self.meantCodes), weeklyHours(patient, meaning: Self.typedCodes)
            )
            table.add(patient.name, meant, paid, paid - meant)
        }
        show(
            table, "The same rule with a list of codes in which two lines are swapped",
            predict: .number(
                "Patient A needs help with 6 tasks (4 hours each) and has cerebral palsy (20 hours more). The list has swapped it with a broken arm (0 hours). How many hours are paid?",
                24.0))
    }

    func testsOfARule() {
        // Patient A loses 20 hours. Patient C, whose arm is broken, gains as many, so the total looks right: whoever
        // watches the budget sees nothing. What would have found it? A test that says what was meant, one for each
        // diagnosis, written by somebody who knows the patients and not by whoever typed the list:
        let expected: [(code: Int, hours: Int)] = [(250, 6), (343, 20), (715, 2), (813, 0)]
        let failures = expected.filter {
            weeklyHours(Patient("", tasks: 0, codes: [$0.code]), meaning: Self.typedCodes) != $0.hours
        }
        record(
            "hours-of-care/tests-that-fail", failures.count,
            predict: .count("Two of four lines are swapped. How many of four tests fail?", 2))
        show(failures.map { "code \($0.code)" }.joined(separator: ", "), "where the list is wrong")

        // Four lines, an hour of work. And there is a second lack, which no test mends: nobody could say why the hours
        // were cut, or where to complain. Section 3.3 comes back to it.
    }
}
