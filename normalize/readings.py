"""Mandarin readings of the traditional characters that have a simplified form, as Unihan and (for the
mainland, where they differ) pypinyin give them.

Hijacked mirrors print these readings as glosses; where a gloss broke a character, the reading helps to find it. Each
entry is a syllable followed by the characters that are read so; a character stands under its two commonest readings.
"""

from __future__ import annotations

from functools import lru_cache

_TABLE = """
ā錒 ài嬡愛曖璦礙閡 ái捱獃皚 āi剴噯捱鎄 ǎi噯藹謁靄 àn闇頇 ān菴諳鉗鵪 ǎn銨闇 āng醃骯 ào奧澆驁 áo囂鰲 ǎo媼襖 bà垻壩罷鮁 bā鈀 bǎ鈀 bài唄敗 bǎi擺襬 bàn並絆辦 bān頒 bǎn鈑闆
bàng謗鎊 bāng幫 bǎng紡綁 bào報鮑 bāo鮑齙 bǎo寶飽鴇 bei唄 bèi備垻憊狽貝輩鋇 bēi盃襬鵯 běi鉳 bēn賁錛 bēng綳繃 běng繃 bì嗶幣斃潷畢祕篳蓽賁蹕鉍閉 bǐ筆 bian邊
biàn緶變辮辯 biān籩編邊鯿 biǎn編貶 biào標鰾 biāo標鏢鑣颮飆飈驃 biǎo錶 biè彆 bié別彆癟 biē鱉 biě癟 bìn儐擯殯臏髕鬢 bīn儐檳濱瀕繽賓鑌頻 bìng並併 bīng檳 bǐng稟綆餅 bo蔔
bó蔔鈸鉑駁鵓 bō剝撥潑發缽鉢餑鮁 bù佈鈈 bū鈽 bǔ撲補 cà磣 cài埰寀 cái纔財 cǎi埰寀採綵 càn摻燦 cán慚戔殘蠶 cān參叄蔘飱驂 cǎn慘黲 cāng倉傖滄艙蒼 cǎng蒼 cè側冊厠幘廁惻測 céng層
chà奼詫 chā釵鍤餷 chǎ鑔 chá査 chài蠆 chái儕齜 chāi釵 chàn懺讖顫 chán嬋嶄禪纏蟬讒鐔饞 chān佔攙襝覘鉆 chǎn剷囅產産蕆諂鏟闡驏 chàng悵暢 cháng償嘗嚐場棖脹腸萇長 chāng倀閶鯧
chǎng場廠 chào縐 cháo濤 chāo嘮紹綽鈔 chǎo鈔 chè徹 chē硨車 chèn櫬瀋稱襯讖闖齔 chén塵諶陳 chēn縝 chěn磣 chéng倀傖懲棖淨誠鋮 chēng撐槍檉湞稱蟶鐺 chěng騁
chì嘯滯熾飭飾 chí遲馳驪 chī喫癡鴟 chǐ恥齒齣 chòng銃 chóng種蟲 chōng傭樁沖衝 chǒng寵衝 chóu儔幬擣疇籌綢讎躊 chōu謅 chǒu醜鈕 chù絀處觸詘 chú儲廚櫥芻諸躕鋤雛 chū齣
chǔ儲礎處 chuàn釧 chuán傳團 chuān釧 chuàng倉創愴 chuáng牀 chuāng創戧瘡 chuǎng愴闖 chuí郵錘鎚 chún純脣蒓蓴鶉 chūn輇 chuò綴綽輟鏃齪 cì廁賜 cí茲薺詞辭餈鶿鷀
cóng叢從縱 cōng囪樅聰蓯蔥驄 còu湊輳 cù趨錯 cuàn竄鑹 cuán攢 cuān攛竄躥鑹 cuò銼錯 cuó躦鹺 cuō營 dá噠憚達韃 dā噠 dài帶紿詒貸駘 dāi獃 dàn彈憚撣擔癉誕贍 dān單擔殫癉簞覘鄲
dǎn單撣膽賧 dàng擋檔燙當瘍盪碭蕩讜 dāng噹檔當襠鐺 dǎng擋讜黨 dào儔導幬燾盜 dǎo導島搗擣禱 dé鍀 dèng鄧鐙 dēng燈鐙 dì弔締諦遞題 dí敵滌糴覿適鏑 dī鏑 dǐ詆 diàn唸墊澱鈿電 diān巔癲顛
diǎn點 diào弔糶調趙釣銚銱 diāo彫琱軺鯛鵰 diǎo鳥 dié疊諜軼鐵鰈鰨 dìng訂釘鋌錠 dīng釘 dǐng頂 diū丟銩 dòng凍動棟腖 dōng崬東鶇鼕 dòu瀆竇讀鬥 dǒu鈄 dù塗詫鍍
dú櫝瀆牘犢獨竇讀頓黷 dǔ篤賭 duàn斷籪緞鍛 duì兌奪對懟鋭鐓隊 duī鎚鐓 dùn燉鈍頓 dūn噸 dǔn躉 duò墮馱 duó奪鐸 duō鄲 duǒ橢綞鍺 è啞噁埡堊惡諤軛鍔閼顎餓鰐鱷鶚齶 é訛鋨額鵝 ē痾 ě噁椏玀 éi誒
èr貳鉺 ér兒鮞鴯 ěr爾邇鉺餌 fà琺髮 fá撥汎罰貶閥 fā發髮 fǎ鍅髮 fàn氾汎範販釩飯 fán楓氾煩礬釩 fǎn釩 fáng魴 fāng鈁鍅 fǎng紡訪 fèi廢紼費鐨鯡 fēi緋飛鯡 fěi誹 fèn僨墳奮憤糞鱝
fén墳賁頒 fēn紛 fèng縫諷風鳳鵬 féng縫馮 fēng峯楓灃瘋碸豐鋒風 fěng諷 fù報婦復縛複訃負賦賻駙鮒鰒 fú彿紱紼複費輻錇鳧鳬 fū膚麩 fǔ嘸撫輔鳬 gá釓 gài蓋鈣 gāi該賅 gàn乾幹榦紺贛
gān乾尷幹桿 gǎn桿稈趕 gàng戇槓鋼 gāng剛岡崗槓綱鋼頏 gǎng崗溝 gào誥鋯 gǎo縞鎬 gè個箇鉻 gé擱鉀鎘閣閤 gē擱紇鉿閤鴿 gě個蓋 gěi給 gèn亙 gèng亙恆 gēng賡 gěng綆頸鯁 gòng貢贛
gōng宮紅龔 gǒng礦鞏 gòu夠構覯詬購鉤 gōu溝緱鈎鉤韝鴝 gù僱錮顧鯝 gú鶻 gū軲轂鴣 gǔ穀蠱詁賈轂鈷鵠鶻 guà掛詿 guā颳鴰 guǎ剮 guài噲 guāi摑 guǎi枴柺 guàn慣摜權觀貫鰥鸛
guān綸觀關鰥 guǎn舘館 guàng廣 guǎng廣獷 guì劊劌匱媯檜櫃繪規貴鱖 guī媯嬀歸潙規閨鮭龜 guǐ匭詭軌 gǔn滾緄袞輥錕鯀 guò過 guó國幗摑 guō咼堝渦蟈過鍋 guǒ槨錁鍋 há蝦 hā鉿 hài駭
hái還頦 hàn桿漢灘頷 hán榦鈐韓頜 hān頇 hǎn闞 háng絎頏 hào灝號鎬顥 háo號蠔 hè嚇賀鬩鶴 hé紇覈輅轄閡閤闔頜 hē訶 héng恆橫 hòng訌鬨鴻 hóng紅葒閎鴻黌 hōng轟 hǒng鬨 hòu後詬鱟
hóu餱 hù戶滬穫護鸌 hú壺衚鈷餬鬍鵠鶘鶻 hū戲軤 hǔ滸許 huà劃樺畫畵話 huá劃嘩學獪華譁鏵驊 huā嘩華譁 huài壞 huái懷 huàn喚奐換渙煥環瘓鯇 huán環繯還鍰 huān歡鸛 huǎn緩 huáng鰉黃
huǎng謊 huì匯噦壞彙會滙澮燴穢繢繪蒐薈誨諱賄 huí繢迴違韋 huī墮揮暉煒琿詼輝 huǐ毀燬譭 hùn渾緄諢 hún揮渾琿餛 hūn葷閽 huò獲禍穫貨鑊隻 huō鍃 huǒ夥鈥
jì劑嚌擊旣濟紀結績繫繼薊薺覬計訐記跡蹟際霽騎驥鯽鱭 jí卽極級覿詰輯 jī嘰幾擊機璣磯積緝績羈蘄譏賫跡蹟躋雞飢饑鷄齊齎齏 jǐ幾擠極濟紀給蟣蟻颳 jià價駕駱 jiá夾莢蛺郟鋏頡頰 jiā傢夾挾浹鉿鎵駕 jiǎ賈鉀
jiàn劍塹檻漸澗濫濺監艦薦見諫譖賤踐鍊鍵鑑鑒閒間餞 jiān堅姦戔殲淺漸濺監箋緘縑纖艱鐧間韉鰹鶼 jiǎn儉戩揀撿梘檢減瞼礆筧簡繭襇襉謭譾錢鐧險騫鹹鹼 jiàng將強漿絳醬 jiāng將槳殭漿繮蔣薑韁 jiǎng奬槳獎蔣講
jiào嶠敎覺較轎餃 jiāo嬌撟橋澆矯膠蕎驕鮫鷦 jiǎo僑僥卻喬撟攪矯糾絞繳腳膠鉸餃 jiè屆誡 jié傑潔節結訐詰頡鮚 jiē嚌癤節鍇階 jìn僅儘勁晉燼盡縉藎覲贐進 jīn釒 jǐn僅儘巹盡緊謹錦饉
jìng凈勁弳徑淨痙競經脛逕鏡陘靚靜 jīng徑涇經荊莖驚鯨 jǐng剄烴獷頸 jiù廄舊鷲 jiū糾繆鬮鳩 jù劇屨懼據窶詎鄒鉅鋸颶駒 jú侷鋦雛 jū車鋦鋸駒 jǔ榘櫸欅舉鋤齟 juàn絹雋 juān鎸鐫鵑 juǎn捲錈
jué構決絕絶腳覺訣譎較鐝钁闋鱖 jùn儁雋駿 jūn皸軍鈞 kài喫愾 kāi鐦開 kǎi凱剴塏愷豈鍇鎧 kàn闞餡 kān龕 kǎn檻 kàng鈧閌 kǎng骯 kāng閌 kào銬 kè剋緙課錁騍龕 ké殻殼 kē痾軻鈳錒頦顆
kě顆 kēi剋 kěn墾懇頎齦 kēng脛鉺鏗 kòu釦 kōu摳毆瞘 kù嚳庫絝褲 kuā誇 kuǎ錁 kuài儈噲塊會檜澮獪膾蕢鄶 kuān寬髖 kuàng壙曠況礦纊貺鄺 kuáng誑 kuāng誆 kuǎng壙
kuì匱巋憒歸潰簣聵蕢饋 kuī巋窺虧 kuǐ窺 kùn睏 kūn崑錕頑餛鯤 kǔn綑閫 kuò擴燭鄺闊 la藍 là癩臘蠟 lā摺 lài來厲徠懶瀨癘癩睞籟賚賴 lái來崍徠淶萊錸 làn濫煉爛覽諫鑭闌
lán嵐攔斕欄漣瀾籃藍蘭襤讕鑭闌 lǎn廩懶攬欖纜覽 làng閬 láng鋃閬 lǎng閬 lào勞澇癆絡耮 láo勞嘮嶗澇癆鐒 lāo撈 lǎo銠 lè樂鰳 lèi淚纍類 léi壘縲纍鐳 lěi壘纍誄 lèng稜 léng稜
lì儷勵厤厲嚦壢慄曆櫟櫪歷淚瀝癘癧礪礫糲蒞藶蝕蠣躒轢酈鎘隸離靂颯麗 lí儷氂灕犛籬縭蘺酈釐離驪鱺鸝麗 lǐ禮裏裡邐鋰鯉鱧鱺 liǎ倆 liàn孌戀撿攣欄殮瀲煉練鍊鏈 lián奩憐斂漣璉簾聯蓮褳連鎌鏈鐮鰱 liǎn斂璉臉蓮薟蘞襝輦連
liàng兩涼諒輛 liáng樑涼糧諒靚 liǎng倆兩魎 liào療釕鐐 liáo療繚遼鐐鷯 liǎo釕 liè獵臘 lìn臨藺賃躪轔鄰 lín臨轔鄰鱗 lǐn凜廩懍檁稟 líng欞淩綾鈴靈鯪齡 lǐng嶺領 liù鎦陸餾鷚
liú劉瀏鎦餾騮 liū瀏 liǔ僂綹鉚鋶 lóng嚨寵朧櫳瀧瓏礱籠聾蘢龍龐 lǒng壟壠攏朧籠蘢隴 lòu瘺瘻鏤 lóu僂嘍婁樓窶耬蔞螻髏 lōu摟 lǒu嘍嶁摟簍耬 lù彔攄淥祿緑賂輅轆錄録陸鷺 lú壚廬櫨瀘爐盧膚臚艫蘆轤顱鱸鸕鹵
lū嚕擼 lǔ嚕擄擼櫓氌滷蘆虜鑥魯鹵 lu氌 luàn亂 luán孌孿巒攣欒灤臠鑾鸞 lùn侖論 lún侖倫圇崙掄淪綸論輪 lūn掄 lǔn淪 luò櫟濼爍犖礫絡邏鉻駱 luó欏玀籮羅腡蘿蝸邏鏍鑼騾 luō羅 luǒ欏
lǘ廬慮樓櫚櫨瘻盧鏤閭驢 lǚ侶呂婁屢簍縷臚蔞褸鋁魯 lǜ慮濾綠緑鋁録 lüè鋝 ma嗎 mà嗎嘜榪獁罵駡驀 má麽 mā媽嬤螞 mǎ榪獁瑪碼螞馬 mài勱脈賣邁麥 mǎi蕒買 màn縵謾鏝 mán瞞蠻謾蹣顢饅鰻 mān顢 mǎn滿蟎
máng龍 mào貿 máo氂犛貓錨 māo貓 mǎo鉚 me麼麽 mèi黴 méi沒鎇鶥黴 měi鎂 men們 mèn們悶懣滿燜 mén捫瞞鍆門 mēn悶 mèng夢 méng夢懞濛矇霧 měng懞矇錳黽 mì冪祕覓謐 mí彌瀰獼禰謎
mǐ彌瀰爾羋 miàn麪麫麵 mián綿 miǎn澠緬靦黽 miào廟 miáo鶓 miǎo紗緲 miè滅衊 miē羋 mín緡閔 mǐn憫緡閔閩鰵黽 míng銘鳴 miù謬 mò歿脈鏌驀 mó撫無謨饃麽 móu繆謀 mǒu畝 mù鉬鶩
mǔ畝 nà吶納鈉 ná錼鎿 nài錼 nàn攤難 nán難 náng噥饢 nǎng饢 nào腦鐃鬧 náo撓橈蟯鐃 nǎo堖惱腦 nè訥 nèi內 něi餒 nì灄膩 ní兒鈮鯢 nǐ擬禰鈮 niàn唸 nián鮎鯰 niǎn攆輦輾
niàng釀 niáng孃釀 niǎo嫋蔦裊鳥 niè嚙囁櫱聶諗躡鎳鑷隉顳齧 nìng寧濘甯 níng嚀寧擰檸濘獰甯聹苧 nǐng擰 niǔ紐鈕 nóng儂噥濃膿農 nú駑 nuò諾鍩 nuó儺 nǚ釹 nüè瘧 òu慪漚
ōu區嘔慪摳樞歐毆漚甌紆謳鷗 ǒu嘔歐甌 pán審盤蹣 pǎn闆 páng龐 pāng鎊 pào皰 páo颮 pāo拋 pèi轡 péi賠鉳錇 pèn噴 pēn噴 péng鵬 pì闢 pí紕罷羆鈹 pī紕鈈鈹闢 piàn騙
pián緶諞辯駢 piǎn諞 piào驃 piāo縹飄 piǎo縹 pín嬪蘋貧頻顰 píng憑蘋評馮鮃 pò釙 pō潑濼釙鉕頗 pǒ鉕頗 póu錇 pù鋪 pú僕樸鏷 pū僕撲鋪 pǔ樸譜鐠 qì悽棄氣磧緝訖
qí旂棊臍蘄蟣蠐頎饑騎騏鰭齊 qī悽慼棲榿淒 qǐ啓啟綺豈 qià鮚 qiǎ價 qiàn塹槧淒牽縴 qián乾潛蕁鈐鉆鉗錢鍼 qiān僉慳牽簽籤縴羥謙遷釺鉛鋟開韆騫鶼 qiǎn淺繾譴齦 qiàng嗆熗蹌 qiáng墻嬙強檣牆薔
qiāng嗆戧搶槍蹌錆鏘鏹 qiǎng搶羥鏹 qiào殻殼竅翹誚譙蹺 qiáo僑喬嶠橋翹蕎譙鞽 qiāo磽繰蹺鍬鞽 qiǎo磽 qiè愜竊篋鍥鰈 qìn撳櫬欽 qīn欽親 qǐn寢鋟 qìng慶親請輕 qíng鯨 qīng傾慶氫輕頃鯖
qǐng傾涇請頃 qióng煢瓊窮 qiú巰虯賕釓鳩 qiū鞦鰍龜 qù覷誇闃 qú鴝 qū區嶇組詘趨軀驅麯麴 qǔ齲 quàn勸 quán捲權詮輇銓顴 quǎn綣 què卻愨慤確闋闕鵲 quē決闕 qún羣 ràng讓 ráng孃鑲
rào繞蟯 ráo嬈橈蕘饒 rǎo嬈擾繚繞 rè熱 rèn紉認軔韌飪 róng嶸榮絨蠑頌 rǒng縟 rù縟 rú銣顬 ruǎn軟 ruì鈉銳鋭 rùn潤閏 sà薩颯 sā挱 sǎ灑 sài賽 sāi鰓 sān叄毿糝蔘 sǎn傘糝饊
sàng喪 sāng喪 sǎng顙 sào掃 sāo繅繰騷鰠 sǎo掃騷 sè嗇漬澀穡薔鉍銫 sēn滲 shà廈 shā剎挱殺紗賒鎩鯊 shài曬殺 shāi篩釃 shàn壇攙禪繕訕贍釤騸鱔 shān刪姍柵纔羶釤 shǎn摻閃陝
shàng緔鞝 shāng傷殤觴 shǎng賞 shào燒紹 shāo燒綃 shè厙懾攝灄葉設 shé鉈 shē賒 shě捨 shéi誰 shèn滲腎 shēn參紳蔘詵 shěn嬸審瀋諗 shèng勝聖 shéng澠繩 shēng昇聲陞
shì勢屍弒澤繹蒔視試諡謚識貰軾遞適釋鈰鎩飭飾 shí塒實時蒔蝕識飠鰣 shī屍師溼濕獅篩蝨詩釃鉈鯴 shǐ駛 shòu壽獸綬 shù數朮樹竪術豎贖輸鷸 shú贖 shū攄書樞紓輸 shǔ屬數藪鐲 shuài帥 shuān閂
shuāng瀧雙 shuì稅説 shuí誰 shùn順 shuò爍碩藥鑠 shuō說説 sì飴飼駟 sī俬噝廝糹絲緦螄鍶鷥 sòng訟誦頌鬆 sōng鍶鬆 sǒng慫聳 sòu擻 sōu蒐鎪颼餿 sǒu擻藪 sù泝縮肅訴謖遡
sū卹囌甦穌蘇 suān痠 suì嵗歲誶 suí綏隨 suī綏雖 sūn孫猻蓀飱 sǔn損筍 suò歲 suō犧獻簑縮 suǒ嗩瑣鎖 tà撻濕達闥韃 tǎ獺鰨 tā鉈 tài態鈦 tái檯臺薹颱駘鮐 tàn嘆歎賧
tán墰壇壜彈曇罈罎蕁談譚錟 tān攤漢灘癱貪 tǎn鉭 tàng儻湯燙鐋 táng醣鏜餳 tāng湯蕩鏜鐋閶 tǎng儻擴黨 tào韜 táo籌 tāo濤燾絛綢縧韜 tǎo討 tè職貸鋱 téng謄騰 tì屜綈詆躍錫
tí綈緹蟬諦銻題鵜 tī銻體鵜 tǐ體 tián鈿闐 tiǎn鍩靦 tiào糶 tiáo條調鰷齠 tiāo條 tiē貼 tiě鋨鐵 tīng廳烴聽 tǐng鋌 tòng慟衕 tóng衕銅鼕 tǒng統 tou頭 tòu綉 tóu頭
tǒu諭諳鈄 tú圖塗 tū禿 tǔ釷 tuán團專摶磚糰蓴鶉 tuì蛻 tuí頹頽饋 tún燉飩 tuò籜 tuó馱駝鴕鼉 tuō脫託 tuǒ橢 wà膃襪譁 wā媧窪 wāi咼 wàn翫莧萬 wán紈翫頑 wān彎灣貫關 wǎn綰輓
wǎng網輞 wèi為爲蝟衛謂遺餵 wéi偽圍幃溈潙潿濰為爲維違闈韋 wěi偉偽僞煒瑋緯葦諉韙鮪 wèn問紋聞 wén紋聞閿 wēn溫藴韞 wěn穩 wèng甕 wò臥齷 wō堝撾渦窩萵蝸 wù務嗚噁塢惡誤霧騖鶩 wú吳廡憮無蕪齬
wū嗚汙烏誣鄔鎢 wǔ務嘸塢嫵廡憮蕪鵡 xì係愾戲氣細繫餼鬩 xí習蓆襲覡鰓 xī棲犧誒釐錫 xǐ璽銑 xià嚇廈 xiá俠峽浹狹硤轄 xiā蝦 xiàn峴憲梘獻現筧綫線縣羨脅莧蜆見賢顯餡 xián嫺嫻慳癇絃賢銜閑閒鷳鷴鹹
xiān姍秈縴纖薟蘞躚銑錟鍁鮮 xiǎn憲灑獫礆蘚蜆軒銑險顯鮮 xiàng傢嚮曏樣項鬨 xiáng詳 xiāng廂緗薌鄉鑲驤 xiǎng嚮曏薌鄉響餉饗鮝鯗 xiào嘯澩 xiáo絞 xiāo嘵囂撓梟瀟簫綃蕭銷驍驕 xiǎo曉簫
xiè寫洩潰瀉紲褻諜謝 xié協挾擷攜纈脅諧頁頡鮭 xiē蠍 xiě寫 xìn釁 xín尋鐔 xīn鋅 xìng倖興 xíng滎熒陘餳 xīng興 xiōng兇洶 xiù綉繡銹鏽 xiū脩饈鵂 xù卹嶼敘漵緒續 xú謳 xū噓籲虛須頊鬚
xǔ滸許詡 xuàn絃絢絹選鉉鏇 xuán懸璿瓊盤縣鏇 xuān諼軒 xuǎn癬選饌 xuè謔 xué學澩 xuě鱈 xùn壎孫訊訓遜馴 xún尋潯絢蕁詢馴鱘 xūn勛勳塤壎燻葷 yà亞堊壓婭氬訝軋 yá顔 yā亞厭埡壓婭椏烏閘鴉鴨鵪
yǎ啞瘂鴉 yàn厭嚥彥灧灩硯艷諺讞豔贋贗這釅饜驗鹽 yán嚴巖訁贗鉛閆閻顏顔鹽 yān懨煙菸醃閹 yǎn儼兗厴嚴菴閻靨魘鼴 yàng樣煬養 yáng揚楊煬瘍詳陽 yāng鴦 yǎng癢養 yào瘧窯葯藥鈅鑰驁鷂
yáo僥堯搖猶瑤窯蕘謠謡踰軺遙銚餚鰩鷂 yāo約 yǎo嚙 yè曄業燁葉謁鄴靨頁 yé爺鋣餘 yě蠱 yì億囈嶧憶懌洩異瘞紲縊繹義藝詣誼謚譯議軼釋鎰鐿驛 yí儀礙維義詒貽遺頤飴 yī億醫銥 yǐ綺艤蟻醫釔 yìn廕蔭陰隱飲 yín潯銀
yīn廕蔭銦陰 yǐn癮隱飲 yìng嬰應瀅繩 yíng塋瀅瀠熒營瑩縈螢蠅贏鎣 yīng嚶嬰應攖櫻滎瓔纓罌莖鎣鶯鷹鸚 yǐng潁瑩癭穎 yo喲 yō喲 yóng鱅 yōng傭擁癰鏞鱅 yǒng湧詠踴 yòu誘銹 yóu猶蕕遊郵鈾魷
yōu優憂 yǒu脩銪 yù嫗慾獄癒禦籲蕷蟈語諭譽輿鈺閼閾預飫馭鬱鵒鷸 yú吳娛於歟汙漁與覦諛踰輿餘魚 yū於紆菸 yǔ俁傴嫗嶼與語齬 yuàn緣遠願 yuán員園圓櫞緣轅隕黿 yuān淵鳶鴛 yuǎn遠願
yuè嶽悅樂粵躍躒鈅鉞鑠鑰閱閲 yuē約 yuě噦 yùn惲慍暈藴蘊運鄆醖醞韞韻 yún勻員筍紜蕓鄖雲 yūn暈氳 yǔn殞隕 zá雜 zā紮 zài載 zāi災 zǎi載 zàn暫瓚讚贊鏨 zǎn攢趲 zàng臟髒 zāng贓贜髒
zǎng駔髒 zào皁竈譟 záo鑿 zǎo棗繅繰 zè側 zé則嘖幘擇澤簀謫責賾 zéi賊鯽 zèn譖 zèng綜繒贈鋥 zēng繒 zhà吒柵詐 zhá軋鍘閘 zhā吒査紮齟 zhài債簀責 zhái擇 zhāi齋
zhàn佔戰斬棧綻謙顫驏 zhān氈譫霑點 zhǎn嶄斬棧盞輾 zhàng帳張漲脹賬 zhāng張 zhǎng漲長鞝 zhào詔趙 zhāo詔釗 zhè這鷓 zhé囁摺攝聶蟄謫輒轍鷙 zhě鍺 zhèn賑鎭鎮陣陳鮝鴆
zhēn偵幀楨湞眞禎貞針鍼鎮 zhěn縝診軫 zhèng幀爭癥証諍證鄭 zhēng偵崢徵掙爭猙癥睜禎箏諍貞鉦錚鯖 zhì實幟摯擲櫛滯緻織製觶誌質贄躓輊遲騭鷙 zhí執縶職贄蹠躑 zhī擲梔織躓隻 zhǐ徵紙軹隻 zhòng眾蟲衆
zhōng終衆鈡鍾鐘 zhǒng塚種腫 zhòu冑晝皺紂縐葤鈾驟 zhóu軸 zhōu皺諏謅週 zhù佇築苧註貯鑄駐 zhú朮燭築軸 zhū櫧櫫瀦硃誅諸豬銖騶 zhǔ囑屬矚 zhuā撾 zhuàn傳囀摶賺轉饌 zhuān專磚顓
zhuǎn轉 zhuàng壯戇狀 zhuāng壯妝樁莊裝 zhuì墜綴縋贅隊 zhuī錐騅 zhùn飩 zhūn諄 zhǔn準純 zhuó準濁繳諑蹠鐲 zì漬眥資輜 zī緇茲諮貲資輜錙鯔齜 zǐ鋅 zòng從糉縱 zōng樅綜總蹤
zǒng傯總蓯 zōu芻諏鄒騶鯫 zù駔 zú鏃 zū趲 zǔ組詛 zuàn賺鑽 zuān躦鉆鑽 zuǎn纘 zùn鱒 zūn鱒 zuò鑿
"""


@lru_cache(maxsize=1)
def readings() -> dict[str, str]:
    """Syllable with tone mark → the characters read so."""
    entries = ((entry, next(at for at, char in enumerate(entry) if char >= "\u3400")) for entry in _TABLE.split())
    return {entry[:at]: entry[at:] for entry, at in entries}


@lru_cache(maxsize=1)
def glossed() -> frozenset[str]:
    """The characters that such mirrors gloss."""
    return frozenset("".join(readings().values()))
