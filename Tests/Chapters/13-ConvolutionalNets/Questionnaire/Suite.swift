import Testing

@Suite struct `13 Questionnaire` {}
