// The seven areas of Jeremy Howard's questionnaire for data projects (appendix B of the book), in our words: 56 items,
// two of which have parts, 66 answers in all.

extension ChecklistArea {
    public static let all = [dataScientists, strategy, data, analytics, implementation, maintenance, constraints]

    private static func items(_ words: String...) -> [(words: String, parts: [String])] { words.map { ($0, []) } }

    static let dataScientists = ChecklistArea(
        "Data scientists", "people",
        items(
            "What can your data scientists do today?", "How are they found and hired?",
            "How do you find people inside of the organization who could do such work?",
            "Which skills are you looking for, how do you judge them, and why these?",
            "When do you ask consultants, when do you give work away, and how does it come back?",
            "What do they earn, to whom do they report, and how do they stay up to date?",
            "Where can a career lead them?",
            "How many of those who decide know much about the analysis of data?",
            "How is work chosen, and given to whom?",
            "Which software and which machines do they have?"))
    static let strategy = ChecklistArea(
        "Strategy", "strategy",
        items(
            "What are the five most important questions of your strategy today?", "Which data could help with each?",
            "Are decisions made with data, and do data scientists work on these questions?",
            "Which drivers of profit can the organization influence most?",
            "Which actions and decisions are there for each driver, daily ones and rare ones?",
            "Which data, your own or others', could make the outcome of these better?",
            "Where are the greatest opportunities for working with data?")
            + [
                (
                    "For each opportunity:",
                    [
                        "which driver of value it is meant for", "which actions or decisions follow from it",
                        "how these are linked with the results of the project", "which return is expected", "by when",
                    ]
                )
            ])
    static let data = ChecklistArea(
        "Data", "data",
        items(
            "On which systems are data kept?", "Which overviews, running projects and plans are there?",
            "How are data moved from system to system and from format to format?",
            "How do the different groups of users get at the sources?",
            "With which tools, how many people, in which positions?",
            "How do users hear of new systems and of changes?",
            "Who decides who may see what, by which rules, how fast, and how many requests are granted?",
            "How is it decided to collect or buy more data?",
            "Which data were used in the last projects, what was of use and what not, and how was that judged?",
            "Which further data, inside or outside, could be of use?",
            "What gets in the way of seeing or joining data?",
            "What has changed in the last two years about collecting, coding and joining them?"))
    static let analytics = ChecklistArea(
        "Analytics", "analytics",
        items(
            "Which tools are used, by whom, and who chooses and maintains them?",
            "How does another tool get onto somebody's machine, how long does it take, and how often is it allowed?",
            "Can what consultants have built be taken over, and must it fit your systems?",
            "Is there a cloud, or a plan for one?",
            "Which specialists from outside are there, and how are they found and led?",
            "Which tools were tried recently?",
            "What has worked, what has not, and why?", "What has come out so far?",
            "How is it judged: by which measures, against which baselines, and when is it good enough?",
            "When is a chart right, when a table, when a model, and how are models calibrated and tested?"))
    static let implementation = ChecklistArea(
        "Implementation", "implementation",
        items(
            "What has been put to use, what has failed, and what was hard about machines and about people?",
            "How do you make sure that it is right before it is used?",
            "How is it said how fast and how exact it has to be?")
            + [
                (
                    "For this project:",
                    [
                        "which systems support the actions", "how it is joined with them",
                        "what would need less joining",
                        "whose work changes", "which training, supervision and help there will be", "what will be hard",
                        "who has to agree, and what they think",
                    ]
                )
            ])
    static let maintenance = ChecklistArea(
        "Maintenance", "maintenance",
        items(
            "Who keeps up what others have built, and when does it become yours?",
            "How do you notice that a model has become worse, and when is it built anew?",
            "How do people hear of changes in the data, and who acts on them?",
            "How do those who design and those who program make sure that it is the same algorithm?",
            "When are test cases written, and who keeps them?",
            "When is code rewritten, and what makes sure that it stays right and fast?",
            "What is logged, and who reads it?"))
    static let constraints = ChecklistArea(
        "Constraints", "constraints",
        items(
            "Must systems change, is there a simpler way, and how much is lost by it?",
            "Which laws apply, has anybody looked at new ones, and what follows?",
            "What about the organization stands in the way: habits, skills, structure?",
            "What about those who lead it?",
            "Which earlier projects have made people hopeful or wary?"))
}
